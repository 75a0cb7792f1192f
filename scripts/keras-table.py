"""Asks Keras itself for the table that test/apis/keras-table.test.ts holds our shapes against.

    python3 -m venv /tmp/keras3 && /tmp/keras3/bin/pip install keras jax
    python3 -m venv /tmp/keras2 && /tmp/keras2/bin/pip install tensorflow-cpu==2.15.0
    mkdir -p /tmp/old && cd /tmp/old
    for v in 1.2.2 2.3.1; do /tmp/keras3/bin/pip download --no-deps --no-binary :all: keras==$v; done
    for f in *.tar.gz; do tar xf $f; done; cd -
    /tmp/keras2/bin/python scripts/keras-table.py answers > /tmp/old/keras2.json
    KERAS_BACKEND=jax /tmp/keras3/bin/python scripts/keras-table.py answers > /tmp/old/keras3.json
    /tmp/keras2/bin/python scripts/keras-table.py first /tmp/old/Keras-1.2.2 > /tmp/old/keras1.json
    python3 scripts/keras-table.py merge /tmp/old

A row's answers are [shape, weights] in Keras 2.15 and in the newest Keras 3, one where they are the same, null where it
refuses or has no such layer. The rows of Keras 1.2.2 are in its own words and have its shapes alone: it runs on a backend
that is not there, and makes no weights. The option names are also those of Keras 1.2.2 and 2.3.1, which are read, not run.
Writes test/apis/keras-table.json.
"""

import ast
import collections
import collections.abc
import contextlib
import inspect
import itertools
import json
import os
import pathlib
import sys
import tempfile
import unittest.mock

FORMATS = ["channels_last", "channels_first"]


def ask(name, options, shape):
    """A row; without an output where this Keras refuses."""
    row = {"layer": name, "options": options, "input": shape}
    try:
        layer = make(name, options)
        # A list of shapes is one of tuples: Keras 2 takes a list of numbers for one shape.
        inputs = [tuple(one) for one in shape] if isinstance(shape[0], list) else tuple(shape)
        layer.build(inputs)
        return {**row, "output": plain(layer.compute_output_shape(inputs)), "params": int(layer.count_params()) if layer.weights else 0}
    except Exception:
        return {**row, "output": None, "params": None}


def make(name, options):
    inner = options.get("layer")
    given = {**options, "layer": make(inner["layer"], inner["options"])} if inner else options
    return getattr(layers(), name)(**given)


def plain(shape):
    """A shape, or a list of shapes, as lists."""
    if shape is None or isinstance(shape, (int, float)) or not hasattr(shape, "__iter__"):
        return None if shape is None else int(shape)
    return [plain(one) for one in shape]


def layers():
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras

    return keras.layers


def grid(name, shapes, **choices):
    """Every combination; None leaves an option out."""
    names = list(choices)
    for shape in shapes:
        for values in itertools.product(*choices.values()):
            options = {key: value for key, value in zip(names, values) if value is not None}
            yield ask(name, options, shape)


def image(lengths, channels, data_format, batch=None):
    return [batch, *lengths, channels] if data_format == "channels_last" else [batch, channels, *lengths]


def rows():
    for fmt in FORMATS:
        flat = [image([8, 9], 4, fmt), image([None, 7], 6, fmt)]
        line = [image([9], 4, fmt), image([None], 3, fmt)]
        block = [image([5, 6, 7], 2, fmt), image([4, None, 3], 3, fmt)]
        window = dict(strides=[None, 1, 2, [3, 1]], padding=[None, "valid", "same"], data_format=[fmt])
        yield from grid("Conv2D", [*flat, image([1, 12], 2, fmt, 3)], filters=[2], kernel_size=[1, 3, [2, 5]], **window)
        yield from grid("Conv2D", flat, filters=[4], kernel_size=[3, [1, 2]], dilation_rate=[2, [1, 3]], padding=[None, "same"], use_bias=[None, False], data_format=[fmt])
        yield from grid("Conv2D", flat, filters=[4, 6], kernel_size=[3], groups=[2], data_format=[fmt])
        yield from grid("SeparableConv2D", flat, filters=[2], kernel_size=[3, [2, 1]], strides=[None, 2], depth_multiplier=[None, 2], padding=[None, "same"], data_format=[fmt])
        yield from grid("DepthwiseConv2D", flat, kernel_size=[3, [2, 1]], strides=[None, 2], depth_multiplier=[None, 2], dilation_rate=[None, 2], padding=[None, "same"], data_format=[fmt])
        yield from grid("Conv1D", line, filters=[2], kernel_size=[1, 4], strides=[None, 2], padding=[None, "same"], dilation_rate=[None, 2], data_format=[fmt])
        yield from grid("Conv3D", block, filters=[2], kernel_size=[2, [1, 2, 3]], strides=[None, 2, [1, 2, 3]], padding=[None, "same"], data_format=[fmt])
        yield from grid("Conv2DTranspose", flat, filters=[2], kernel_size=[1, 3, [2, 5]], **window)
        yield from grid("Conv2DTranspose", flat, filters=[2], kernel_size=[2, 3], strides=[2, 3], padding=[None, "same"], output_padding=[0, 1, [0, 1]], use_bias=[None, False], data_format=[fmt])
        yield from grid("Conv2DTranspose", flat, filters=[2], kernel_size=[2, 3], dilation_rate=[2, [1, 3]], padding=[None, "same"], output_padding=[None, 0], data_format=[fmt])
        yield from grid("Conv3DTranspose", block, filters=[2], kernel_size=[2, [1, 2, 3]], strides=[None, 2, [1, 2, 3]], padding=[None, "same"], data_format=[fmt])
        yield from grid("Conv3DTranspose", block, filters=[2], kernel_size=[3], strides=[2, 3], padding=[None, "same"], output_padding=[0, 1], data_format=[fmt])
        yield from grid("Conv3DTranspose", block, filters=[2], kernel_size=[2], dilation_rate=[2], padding=[None, "same"], data_format=[fmt])
        for name in ["MaxPooling2D", "AveragePooling2D"]:
            yield from grid(name, flat, pool_size=[None, 1, 3, [1, 2]], **window)
        for name in ["MaxPooling1D", "AveragePooling1D"]:
            yield from grid(name, line, pool_size=[None, 3], strides=[None, 1], padding=[None, "same"], data_format=[fmt])
        for name in ["MaxPooling3D", "AveragePooling3D"]:
            yield from grid(name, block, pool_size=[None, [1, 2, 3]], strides=[None, 1], padding=[None, "same"], data_format=[fmt])
        for axes, shapes in (1, line), (2, flat), (3, block):
            for kind in "Max", "Average":
                yield from grid(f"Global{kind}Pooling{axes}D", shapes, keepdims=[None, True], data_format=[fmt])
        yield from grid("UpSampling2D", flat, size=[None, 3, [1, 2]], interpolation=[None, "bilinear"], data_format=[fmt])
        yield from grid("UpSampling3D", block, size=[None, 3, [1, 2, 3]], data_format=[fmt])
        yield from grid("ZeroPadding2D", flat, padding=[None, 2, [1, 2], [[0, 1], [2, 3]]], data_format=[fmt])
        yield from grid("Cropping2D", flat, cropping=[None, [0, 1], [[0, 0], [2, 3]]], data_format=[fmt])
        yield from grid("ZeroPadding3D", block, padding=[None, 2, [1, 2, 3], [[0, 1], [2, 3], [4, 5]]], data_format=[fmt])
        yield from grid("Cropping3D", block, cropping=[1, [0, 1, 0], [[0, 1], [0, 0], [1, 1]]], data_format=[fmt])
        yield from grid("Flatten", [*flat, *line, *block], data_format=[fmt])
    steps = [[None, 9, 4], [2, 5, 1]]
    yield from grid("UpSampling1D", steps, size=[None, 3])
    yield from grid("ZeroPadding1D", steps, padding=[None, 3, [0, 2]])
    yield from grid("Cropping1D", steps, cropping=[None, 2, [0, 3]])
    yield from grid("Conv1D", steps, filters=[3], kernel_size=[2], padding=["causal"], dilation_rate=[None, 2])
    some = [[None, 6], [None, 4, 6], [5, 2, 3, 6], [None, None, 6]]
    yield from grid("Dense", some, units=[1, 7], use_bias=[None, False])
    yield from grid("Flatten", some)
    yield from grid("Reshape", [[None, 12], [None, 3, 4], [2, 6, 2, 1]], target_shape=[[12], [3, 4], [-1, 2], [2, 2, -1]])
    yield from grid("Permute", [[None, 2, 3, 4], [5, 1, 2, 3]], dims=[[1, 2, 3], [3, 1, 2], [2, 1, 3]])
    yield from grid("RepeatVector", [[None, 6], [2, 1]], n=[1, 5])
    yield from grid("Activation", some, activation=["relu"])
    yield from grid("Dropout", some, rate=[0.5])
    yield from grid("BatchNormalization", some, axis=[None, -1], scale=[None, False], center=[None, False])
    yield from grid("BatchNormalization", [[None, 4, 6]], axis=[1])
    yield from grid("LayerNormalization", some, axis=[None, -1])
    yield from grid("Embedding", [[None, 7], [2, 3]], input_dim=[100], output_dim=[8])
    yield from grid("LeakyReLU", some)
    yield from grid("ELU", some, alpha=[None, 0.5])
    yield from grid("ReLU", some, max_value=[None, 6])
    yield from grid("Softmax", some, axis=[None, 1])
    yield from grid("PReLU", [[None, 6], [None, 4, 6]])
    yield from grid("GaussianNoise", some, stddev=[0.1])
    yield from grid("GaussianDropout", some, rate=[0.1])
    yield from grid("SpatialDropout1D", steps, rate=[0.1])
    yield from grid("Masking", steps, mask_value=[None, 0])
    yield from further()


def further():
    """Recurrent layers, layers around others, and layers that not every version has."""
    steps = [[None, 9, 4], [2, 5, 3], [None, None, 2]]
    series = dict(units=[1, 6], return_sequences=[None, True], return_state=[None, True])
    yield from grid("SimpleRNN", steps, **series, use_bias=[None, False])
    yield from grid("LSTM", steps, **series, use_bias=[None, False])
    yield from grid("GRU", steps, **series, use_bias=[False])
    yield from grid("GRU", steps, **series, reset_after=[True, False])
    yield from grid("LSTM", [[2, 5, 3]], units=[4], stateful=[True], go_backwards=[None, True])
    for inner in inside("LSTM", units=[3], return_sequences=[None, True], return_state=[None, True]):
        yield from grid("Bidirectional", steps[:2], layer=[inner], merge_mode=[None, "concat", "sum", "mul", "ave"])
    for inner in inside("GRU", units=[3], return_sequences=[None, True], use_bias=[False]):
        yield from grid("Bidirectional", steps[:2], layer=[inner])
    for inner in inside("Dense", units=[1, 5]):
        yield from grid("TimeDistributed", [*steps, [None, 4, 2, 3]], layer=[inner])
    for inner in [*inside("LSTM", units=[3], return_sequences=[None, True]), *inside("RepeatVector", n=[2])]:
        yield from grid("TimeDistributed", [[None, 4, 2, 3]] if inner["layer"] == "LSTM" else steps[:1], layer=[inner])
    for fmt in FORMATS:
        for axes, lengths in (1, [8]), (2, [7, 8]), (3, [5, 6, 7]):
            film = [image([4, *lengths], 2, "channels_last") if fmt == "channels_last" else [None, 4, 2, *lengths]]
            yield from grid(f"ConvLSTM{axes}D", film, filters=[3], kernel_size=[2], strides=[None, 2], padding=[None, "same"], return_sequences=[None, True], data_format=[fmt])
            yield from grid(f"ConvLSTM{axes}D", film, filters=[3], kernel_size=[1], dilation_rate=[2], use_bias=[False], return_state=[None, True], data_format=[fmt])
        for inner in [*inside("Conv2D", filters=[2], kernel_size=[[2, 3]], strides=[None, 2], data_format=[fmt]), *inside("Flatten"), *inside("MaxPooling2D", pool_size=[2], data_format=[fmt])]:
            yield from grid("TimeDistributed", [[None, 4, 6, 7, 8]], layer=[inner])
        line = [image([9], 4, fmt), image([7], 6, fmt, 2)]
        flat = [image([8, 9], 4, fmt)]
        yield from grid("SeparableConv1D", line, filters=[2], kernel_size=[1, 3], strides=[None, 2], depth_multiplier=[None, 2], padding=[None, "same"], use_bias=[None, False], data_format=[fmt])
        yield from grid("DepthwiseConv1D", line, kernel_size=[1, 3], strides=[None, 2], depth_multiplier=[None, 2], padding=[None, "same"], data_format=[fmt])
        yield from grid("Conv1DTranspose", line, filters=[2], kernel_size=[1, 4], strides=[None, 3], padding=[None, "same"], data_format=[fmt])
        yield from grid("Conv1DTranspose", line, filters=[2], kernel_size=[3], strides=[2, 3], padding=[None, "same"], output_padding=[0, 1], data_format=[fmt])
        yield from grid("LocallyConnected1D", line, filters=[2], kernel_size=[1, 3], strides=[None, 2], use_bias=[None, False], data_format=[fmt])
        yield from grid("LocallyConnected2D", flat, filters=[2], kernel_size=[3, [1, 2]], strides=[None, [2, 1]], use_bias=[None, False], data_format=[fmt])
        yield from grid("SpatialDropout2D", flat, rate=[0.1], data_format=[fmt])
    yield from grid("GroupNormalization", [[None, 4, 6], [None, 6]], groups=[1, 3], axis=[None, -1], scale=[None, False], center=[None, False])
    some = [[None, 6], [None, 4, 6]]
    yield from grid("UnitNormalization", some)
    yield from grid("Rescaling", some, scale=[0.5])
    yield from grid("Identity", some)
    yield from grid("ActivityRegularization", some, l1=[0.1])
    yield from grid("SpatialDropout3D", [[None, 2, 3, 4, 5]], rate=[0.1])


def inside(name, **choices):
    """A layer that another one holds."""
    for values in itertools.product(*choices.values()):
        yield {"layer": name, "options": {key: value for key, value in zip(choices, values) if value is not None}}


def merges():
    pairs = [[[None, 4, 6], [None, 4, 6]], [[None, 4, 6], [None, 1, 6]], [[2, 3], [2, 3], [2, 3]]]
    for name in "Add", "Multiply", "Average", "Maximum", "Minimum":
        for shapes in pairs:
            yield ask(name, {}, shapes)
    yield ask("Subtract", {}, [[None, 5], [None, 5]])
    for shapes in [[[None, 4, 6], [None, 4, 2]], [[2, 3], [2, 5], [2, 1]]]:
        yield ask("Concatenate", {}, shapes)
        yield ask("Concatenate", {"axis": -1}, shapes)
    yield ask("Concatenate", {"axis": 1}, [[None, 4, 6], [None, 3, 6]])
    for axes in 1, -1, [1, 1]:
        yield ask("Dot", {"axes": axes}, [[None, 5], [None, 5]])
    for axes in 1, 2, -1, [2, 1], [1, 1], [2, 2]:
        yield ask("Dot", {"axes": axes}, [[None, 4, 4], [None, 4, 4]])
    yield ask("Dot", {"axes": [2, 1]}, [[2, 3, 4], [2, 4, 6]])
    yield ask("Dot", {"axes": [1, 3]}, [[2, 3, 4], [2, 4, 6, 3]])


def first(root):
    """The shapes that Keras 1.2.2 declares, by its own get_output_shape_for."""
    os.environ.update(HOME=tempfile.mkdtemp(), KERAS_BACKEND="theano")
    for name in "", ".tensor", ".tensor.nnet", ".tensor.nnet.bn", ".tensor.nnet.nnet", ".tensor.signal", ".tensor.signal.pool", ".sandbox", ".sandbox.rng_mrg", ".printing", ".ifelse":
        sys.modules[f"theano{name}"] = unittest.mock.MagicMock()
    sys.modules["yaml"] = unittest.mock.MagicMock()
    collections.Iterable = collections.abc.Iterable
    sys.path.insert(0, root)
    with contextlib.redirect_stdout(sys.stderr):
        from keras import backend, layers
    # It refuses some layers on the one backend, and asks no more than its name.
    backend._BACKEND = "tensorflow"

    def made(name, options):
        inner = options.get("layer")
        return getattr(layers, name)(**({**options, "layer": made(inner["layer"], inner["options"])} if inner else options))

    def told(name, options, shape):
        if name == "merge":
            return layers.Merge(**options).get_output_shape_for([tuple(one) for one in shape])
        return made(name, options).get_output_shape_for(tuple(shape))

    rows = [{"layer": name, "options": options, "input": shape, "output": plain(told(name, options, shape))} for name, options, shape in firsts()]
    print(json.dumps(rows))


def each(name, shapes, **choices):
    for shape in shapes:
        for row in inside(name, **choices):
            yield row["layer"], row["options"], shape


def firsts():
    for order, fmt in ("tf", "channels_last"), ("th", "channels_first"):
        flat = [image([8, 9], 4, fmt), image([11, 7], 6, fmt, 3)]
        block = [image([5, 6, 7], 2, fmt)]
        modes = dict(border_mode=[None, "same"], dim_ordering=[order])
        full = {**modes, "border_mode": [None, "same", "full"]}
        yield from each("Convolution2D", flat, nb_filter=[2], nb_row=[1, 3], nb_col=[2], subsample=[None, [2, 2], [3, 1]], **full)
        yield from each("AtrousConvolution2D", flat, nb_filter=[2], nb_row=[3], nb_col=[2], atrous_rate=[[2, 2], [1, 3]], **modes)
        yield from each("SeparableConvolution2D", flat, nb_filter=[2], nb_row=[3], nb_col=[2], subsample=[None, [2, 2]], depth_multiplier=[None, 2], **modes)
        for size in [10, 11], [16, 18], [17, 19]:
            yield from each("Deconvolution2D", [image([8, 9], 4, fmt, 5)], nb_filter=[2], nb_row=[3], nb_col=[3], output_shape=[image(size, 2, fmt)], subsample=[[2, 2]] if size[0] > 11 else [None], border_mode=["valid" if size[0] != 16 else "same"], dim_ordering=[order])
        yield from each("Convolution3D", block, nb_filter=[3], kernel_dim1=[1, 2], kernel_dim2=[2], kernel_dim3=[3], subsample=[None, [1, 2, 3]], **modes)
        yield from each("LocallyConnected2D", flat, nb_filter=[2], nb_row=[3], nb_col=[2], subsample=[None, [2, 1]], dim_ordering=[order])
        for kind in "Max", "Average":
            yield from each(f"{kind}Pooling2D", flat, pool_size=[None, [3, 1]], strides=[None, [1, 2]], **modes)
            yield from each(f"{kind}Pooling3D", block, pool_size=[None, [1, 2, 3]], strides=[None, [1, 2, 1]], **modes)
            yield from each(f"Global{kind}Pooling2D", flat, dim_ordering=[order])
            yield from each(f"Global{kind}Pooling3D", block, dim_ordering=[order])
        yield from each("UpSampling2D", flat, size=[None, [1, 3]], dim_ordering=[order])
        yield from each("UpSampling3D", block, size=[None, [1, 2, 3]], dim_ordering=[order])
        yield from each("ZeroPadding2D", flat, padding=[None, [1, 2], [1, 2, 3, 4]], dim_ordering=[order])
        yield from each("ZeroPadding3D", block, padding=[None, [1, 2, 3]], dim_ordering=[order])
        yield from each("Cropping2D", flat, cropping=[[[0, 1], [2, 3]]], dim_ordering=[order])
        yield from each("Cropping3D", block, cropping=[[[0, 1], [1, 2], [3, 0]]], dim_ordering=[order])
        film = [[None, 4, *flat[0][1:]]]
        yield from each("ConvLSTM2D", film, nb_filter=[3], nb_row=[2], nb_col=[3], subsample=[None, [2, 2]], return_sequences=[None, True], **modes)
        for inner in inside("Convolution2D", nb_filter=[3], nb_row=[3], nb_col=[2], **modes):
            yield from each("TimeDistributed", film, layer=[inner])
    steps = [[None, 9, 4], [2, 12, 3]]
    series = dict(output_dim=[1, 6], return_sequences=[None, True])
    yield from each("Convolution1D", steps, nb_filter=[2], filter_length=[1, 3], subsample_length=[None, 2], border_mode=[None, "same", "full"])
    yield from each("AtrousConvolution1D", steps, nb_filter=[2], filter_length=[3], atrous_rate=[2, 3], border_mode=[None, "same"])
    yield from each("LocallyConnected1D", steps, nb_filter=[2], filter_length=[3], subsample_length=[None, 2])
    for kind in "Max", "Average":
        yield from each(f"{kind}Pooling1D", steps, pool_length=[None, 3], stride=[None, 1], border_mode=[None, "same"])
        yield from each(f"Global{kind}Pooling1D", steps)
    yield from each("UpSampling1D", steps, length=[None, 3])
    yield from each("ZeroPadding1D", steps, padding=[None, 2])
    yield from each("Cropping1D", steps, cropping=[None, [0, 3]])
    for name in "SimpleRNN", "GRU", "LSTM":
        yield from each(name, steps, **series, inner_init=["orthogonal"], dropout_W=[0.1], consume_less=["cpu"])
    for inner in inside("LSTM", **series):
        yield from each("Bidirectional", steps, layer=[inner], merge_mode=[None, "concat", "sum", "ave", "mul"])
    for inner in [*inside("Dense", output_dim=[1, 5], input_dim=[4]), *inside("Reshape", target_shape=[[2, 2]])]:
        yield from each("TimeDistributed", steps[:1], layer=[inner])
    yield from each("Embedding", [[None, 7]], input_dim=[100], output_dim=[8], init=["uniform"], dropout=[None, 0.2])
    some = [[None, 6], [3, 6]]
    for name in "Dense", "MaxoutDense":
        yield from each(name, some, output_dim=[1, 7], bias=[None, False], input_dim=[6])
    yield from each("Highway", some, activation=["relu"])
    yield from each("Flatten", [[None, 3, 4], [2, 3, 4, 5]])
    yield from each("Reshape", [[None, 12], [None, 3, 4]], target_shape=[[12], [3, 4], [-1, 2], [2, 2, -1]])
    yield from each("Permute", [[None, 2, 3, 4]], dims=[[1, 2, 3], [3, 1, 2], [2, 1, 3]])
    yield from each("RepeatVector", some, n=[1, 5])
    yield from each("Dropout", some, p=[0.5])
    for name in "LeakyReLU", "PReLU", "ELU", "ParametricSoftplus", "SReLU", "ThresholdedReLU", "Masking", "BatchNormalization":
        yield from each(name, [[None, 4, 6]])
    yield from each("GaussianNoise", some, sigma=[0.1])
    yield from each("GaussianDropout", some, p=[0.1])
    yield from each("merge", [[[None, 4, 6], [None, 4, 6]]], mode=["sum", "mul", "ave", "max"])
    yield from each("merge", [[[None, 4, 6], [None, 4, 2]], [[2, 4, 6], [2, 4, 3], [2, 4, 1]]], mode=["concat"], concat_axis=[None, 2])
    yield from each("merge", [[[None, 4, 6], [None, 3, 6]]], mode=["concat"], concat_axis=[1])
    yield from each("merge", [[[None, 4, 6], [None, 6, 4]]], mode=["dot"], dot_axes=[[1, 2], [2, 1]])
    yield from each("merge", [[[None, 5], [None, 5]]], mode=["dot", "cos"], dot_axes=[[1, 1]])


ALIASES = {"Conv1D": "Convolution1D", "Conv2D": "Convolution2D", "Conv3D": "Convolution3D", "SeparableConv2D": "SeparableConvolution2D", "Conv2DTranspose": "Deconvolution2D"}


def names_now(name):
    """The options of an installed version, those it inherits from Layer included; none where it has no such layer."""
    if not hasattr(layers(), name):
        return None
    init = getattr(layers(), name).__init__
    return [key for key in inspect.signature(init).parameters if key not in ("self", "args", "kwargs")]


def names_then(root):
    """What each layer of an old version is called with: its own __init__, or that of the class it extends."""
    classes = {}
    # An initializer may be called like a later layer.
    for file in sorted(file for folder in ("engine", "layers", "legacy") for file in pathlib.Path(root, "keras", folder).rglob("*.py")):
        for node in ast.parse(file.read_text()).body:
            if isinstance(node, ast.ClassDef):
                init = next((one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"), None)
                bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
                names = init and [arg.arg for arg in init.args.args[1:]]
                classes.setdefault(node.name, (names, bases))

    def of(name):
        names, bases = classes.get(name, (None, []))
        return names if names is not None else next((found for base in bases if (found := of(base)) is not None), None)

    return of


def answers():
    import keras

    table = [*rows(), *merges()]
    names = {name: names_now(name) for name in sorted({row["layer"] for row in table})}
    print(json.dumps({"version": keras.__version__, "rows": table, "names": names}))


def merge(folder):
    folder = pathlib.Path(folder)
    new, newer = (json.loads((folder / file).read_text()) for file in ("keras2.json", "keras3.json"))
    then = {"1.2.2": names_then(folder / "Keras-1.2.2"), "2.3.1": names_then(folder / "Keras-2.3.1")}
    lines = []
    for two, three in zip(new["rows"], newer["rows"], strict=True):
        row = {key: two[key] for key in ("layer", "options", "input")}
        row["answers"] = [[one["output"], one["params"]] if one["output"] else None for one in (two, three)]
        if row["answers"][0] == row["answers"][1]:
            row["answers"] = row["answers"][:1]
        lines.append("    " + json.dumps(row, separators=(",", ":")))
    names = {}
    for name in newer["names"]:
        old = {version: of(ALIASES.get(name, name) if version == "1.2.2" else name) for version, of in then.items()}
        found = {**old, new["version"]: new["names"][name], newer["version"]: newer["names"][name]}
        names[name] = {version: options for version, options in found.items() if options is not None}
    spelt = ",\n".join(f"    {json.dumps(name)}: {json.dumps(found)}" for name, found in names.items())
    versions = json.dumps([new["version"], newer["version"]])
    out = pathlib.Path(__file__).parent.parent / "test/apis/keras-table.json"
    firsts = ",\n".join("    " + json.dumps(row, separators=(",", ":")) for row in json.loads((folder / "keras1.json").read_text()))
    out.write_text('{\n  "versions": %s,\n  "rows": [\n%s\n  ],\n  "first": [\n%s\n  ],\n  "names": {\n%s\n  }\n}\n' % (versions, ",\n".join(lines), firsts, spelt))
    print(f"{len(lines)} rows in {out}")


{"answers": answers, "first": first, "merge": merge}[sys.argv[1]](*sys.argv[2:])

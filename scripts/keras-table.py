"""Asks Keras itself for the table that test/apis/keras-table.test.ts holds our shapes against.

    python3 -m venv /tmp/keras3 && /tmp/keras3/bin/pip install keras jax
    python3 -m venv /tmp/keras2 && /tmp/keras2/bin/pip install tensorflow-cpu==2.15.0
    mkdir -p /tmp/old && cd /tmp/old
    for v in 1.2.2 2.3.1; do /tmp/keras3/bin/pip download --no-deps --no-binary :all: keras==$v; done
    for f in *.tar.gz; do tar xf $f; done; cd -
    /tmp/keras2/bin/python scripts/keras-table.py answers > /tmp/old/keras2.json
    KERAS_BACKEND=jax /tmp/keras3/bin/python scripts/keras-table.py answers > /tmp/old/keras3.json
    python3 scripts/keras-table.py merge /tmp/old

A row's answers are [shape, weights] in Keras 2.15 and in the newest Keras 3, one where they are the same, null where it
refuses; the option names are also those of Keras 1.2.2 and
2.3.1, which are read, not run. Writes test/apis/keras-table.json.
"""

import ast
import inspect
import itertools
import json
import os
import pathlib
import sys

FORMATS = ["channels_last", "channels_first"]


def ask(name, options, shape):
    """A row; without an output where this Keras refuses."""
    row = {"layer": name, "options": options, "input": shape}
    try:
        layer = getattr(layers(), name)(**options)
        # A list of shapes is one of tuples: Keras 2 takes a list of numbers for one shape.
        inputs = [tuple(one) for one in shape] if isinstance(shape[0], list) else tuple(shape)
        layer.build(inputs)
        output = [None if size is None else int(size) for size in layer.compute_output_shape(inputs)]
        return {**row, "output": output, "params": int(layer.count_params()) if layer.weights else 0}
    except Exception:
        return {**row, "output": None, "params": None}


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


ALIASES = {"Conv1D": "Convolution1D", "Conv2D": "Convolution2D", "Conv3D": "Convolution3D", "SeparableConv2D": "SeparableConvolution2D", "Conv2DTranspose": "Deconvolution2D"}


def names_now(name):
    """The options of an installed version, those it inherits from Layer included."""
    init = getattr(layers(), name).__init__
    return [key for key in inspect.signature(init).parameters if key not in ("self", "args", "kwargs")]


def names_then(root):
    """What each layer of an old version is called with: its own __init__, or that of the class it extends."""
    classes = {}
    for file in pathlib.Path(root, "keras").rglob("*.py"):
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
    out.write_text('{\n  "versions": %s,\n  "rows": [\n%s\n  ],\n  "names": {\n%s\n  }\n}\n' % (versions, ",\n".join(lines), spelt))
    print(f"{len(lines)} rows in {out}")


{"answers": answers, "merge": merge}[sys.argv[1]](*sys.argv[2:])

import { Convolution2D, Deconvolution2D, Input, Model } from 'keras';

/** One convolution in, one deconvolution out: the picture is to come back at twice its height and width. */
export function upscaler(h: number, w: number) {
    const inputImg = Input({ shape: [1, h, w] });
    let x = Convolution2D(16, 7, 7, { activation: 'relu', border_mode: 'valid' })(inputImg);
    const d = Deconvolution2D(1, 7, 7, [null, 1, 2 * h, 2 * w], { subsample: [2, 2] });
    x = d(x);
    return new Model({ inputs: inputImg, outputs: x });
}

package org.resnetclaims.dl4j.kernels;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sum and ReLU in one pass, on oneDNN. */
final class OneDnnAddition implements AdditionKernel {

    private final OneDnn oneDnn = new OneDnn();
    private final OneDnn.Tensor residual;
    private final OneDnn.Tensor shortcut;
    private final OneDnn.Tensor y;
    private final OneDnn.Tensor dy;
    private final OneDnn.Tensor dx;
    private final OneDnn.Primitive add;
    private final OneDnn.Primitive reluBackward;

    OneDnnAddition(long[] shape, boolean relu) {
        // The order of the sizes does not matter to an element-wise operation, as long as all agree.
        memory.desc desc = oneDnn.own(OneDnn.desc(memory.format_tag.abcd, shape));
        residual = oneDnn.borrow(new memory.desc(desc));
        shortcut = oneDnn.borrow(new memory.desc(desc));
        y = oneDnn.borrow(new memory.desc(desc));
        dy = oneDnn.borrow(new memory.desc(desc));
        dx = oneDnn.borrow(new memory.desc(desc));

        post_ops after = oneDnn.own(new post_ops());
        if (relu) {
            after.append_eltwise(dnnl.algorithm.eltwise_relu, 0, 0);
        }
        primitive_attr attributes = oneDnn.own(new primitive_attr());
        attributes.set_post_ops(after);
        binary.primitive_desc sum = oneDnn.own(
                new binary.primitive_desc(OneDnn.CPU, dnnl.algorithm.binary_add, desc, desc, desc, attributes, false));
        add = oneDnn.bind(new binary(sum), DNNL_ARG_SRC_0, residual, DNNL_ARG_SRC_1, shortcut, DNNL_ARG_DST, y);

        if (relu) {
            dnnl.algorithm fromOutput = dnnl.algorithm.eltwise_relu_use_dst_for_bwd;
            eltwise_forward.primitive_desc forward = oneDnn.own(new eltwise_forward.primitive_desc(
                    OneDnn.CPU, dnnl.prop_kind.forward_training, fromOutput, desc, desc));
            eltwise_backward.primitive_desc backward =
                    oneDnn.own(new eltwise_backward.primitive_desc(OneDnn.CPU, fromOutput, desc, desc, desc, forward));
            reluBackward = oneDnn.bind(
                    new eltwise_backward(backward), DNNL_ARG_DST, y, DNNL_ARG_DIFF_DST, dy, DNNL_ARG_DIFF_SRC, dx);
        } else {
            reluBackward = oneDnn.copy(dy, dx);
        }
    }

    @Override
    public void forward(INDArray residualArray, INDArray shortcutArray, INDArray yArray) {
        residual.at(residualArray);
        shortcut.at(shortcutArray);
        y.at(yArray);
        add.run();
    }

    @Override
    public void backward(INDArray yArray, INDArray dyArray, INDArray dxArray) {
        y.at(yArray);
        dy.at(dyArray);
        dx.at(dxArray);
        reluBackward.run();
    }

    @Override
    public void close() {
        oneDnn.close();
    }
}

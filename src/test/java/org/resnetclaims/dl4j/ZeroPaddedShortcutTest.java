package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.resnetclaims.dl4j.kernels.Kernels;

class ZeroPaddedShortcutTest {

    @ParameterizedTest
    @EnumSource(Kernels.class)
    void it_keeps_every_second_pixel_and_fills_up_with_zeros(Kernels kernels) {
        ZeroPaddedShortcutVertex vertex = vertex(kernels);
        INDArray x = Nd4j.arange(1, 10).castTo(DataType.FLOAT).reshape(kernels.shape(1, 1, 3, 3));
        vertex.setInputs(new INDArray[] {x});

        INDArray y = vertex.doForward(true, LayerWorkspaceMgr.noWorkspaces());

        assertThat(y.shape()).isEqualTo(kernels.shape(1, 2, 2, 2));
        assertThat(channel(y, 0, kernels)).containsExactly(1, 3, 7, 9);
        assertThat(channel(y, 1, kernels)).containsExactly(0, 0, 0, 0);
    }

    @ParameterizedTest
    @EnumSource(Kernels.class)
    void it_hands_the_gradient_back_to_the_pixels_it_kept(Kernels kernels) {
        ZeroPaddedShortcutVertex vertex = vertex(kernels);
        vertex.setInputs(new INDArray[] {Nd4j.zeros(kernels.shape(1, 1, 3, 3))});
        INDArray gradient = Nd4j.zeros(kernels.shape(1, 2, 2, 2));
        gradient.addi(5);
        vertex.setEpsilon(gradient);

        INDArray dx = vertex.doBackward(false, LayerWorkspaceMgr.noWorkspaces()).getSecond()[0];

        assertThat(channel(dx, 0, kernels)).containsExactly(5, 0, 5, 0, 0, 0, 5, 0, 5);
    }

    private static ZeroPaddedShortcutVertex vertex(Kernels kernels) {
        return new ZeroPaddedShortcutVertex(null, "shortcut", 0, DataType.FLOAT, kernels, 2, 2);
    }

    private static double[] channel(INDArray array, int channel, Kernels kernels) {
        INDArray image = kernels == Kernels.ONEDNN ? array.permute(0, 3, 1, 2) : array;
        return image.slice(0).slice(channel).dup('c').ravel().toDoubleVector();
    }
}

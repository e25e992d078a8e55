package org.resnetclaims.libtorch;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.LayoutOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch_cuda;

/** The memory in which tensors lie and are computed with. */
final class TorchDevice {

    /** The processor and its memory. */
    static final TorchDevice CPU = new TorchDevice("cpu");

    private final Device device;

    /** @param name as libtorch has it, such as {@code cpu} or {@code cuda:0} */
    TorchDevice(String name) {
        device = new Device(name);
    }

    Tensor zeros(torch.ScalarType type, long... shape) {
        return torch.zeros(
                shape,
                new ScalarTypeOptional(type),
                new LayoutOptional(),
                new DeviceOptional(device),
                new BoolOptional());
    }

    /** These numbers here; for use within the scope in which it is made. */
    Tensor floats(float[] values, long... shape) {
        return moved(torch.from_blob(new FloatPointer(values), shape), torch.ScalarType.Float);
    }

    /** These numbers here; for use within the scope in which it is made. */
    Tensor longs(long[] values, long... shape) {
        torch.ScalarType type = torch.ScalarType.Long;
        return moved(torch.from_blob(new LongPointer(values), shape, new TensorOptions(type)), type);
    }

    /** Copies numbers from the memory of the processor into a tensor here; may return before they have arrived. */
    void send(Tensor host, Tensor to) {
        // A GPU reads pinned memory by itself, and libtorch keeps that until it has; for other memory all would wait.
        to.copy_(device.is_cuda() ? host.pin_memory() : host, true);
    }

    /** Waits until all is done that the calling thread has begun here. */
    void synchronize() {
        if (device.is_cuda()) {
            torch_cuda.getCurrentCUDAStream(device.index()).synchronize();
        }
    }

    private Tensor moved(Tensor host, torch.ScalarType type) {
        return host.to(device, type, false, false, new MemoryFormatOptional());
    }

    /** A copy of the numbers of a tensor, in the order of its indices. */
    static float[] read(Tensor tensor) {
        Tensor host = tensor.detach().cpu().contiguous();
        float[] values = new float[Math.toIntExact(host.numel())];
        host.data_ptr_float().get(values);
        return values;
    }
}

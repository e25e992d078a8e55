package org.resnetclaims.dl4j.kernels;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The little of oneDNN that a kernel needs: tensors, primitives with their arguments bound once, and one owner that
 * frees them all. Not for use by two threads at once.
 */
final class OneDnn implements AutoCloseable {

    static final engine CPU = new engine(engine.kind.cpu, 0);

    private final List<Pointer> owned = new ArrayList<>();
    private final stream stream = own(new stream(CPU));

    /** Frees {@code pointer} together with this. */
    <P extends Pointer> P own(P pointer) {
        owned.add(pointer);
        return pointer;
    }

    static memory.desc desc(memory.format_tag format, long... sizes) {
        return new memory.desc(sizes, memory.data_type.f32, format);
    }

    /** A tensor with memory of its own. */
    Tensor allocate(memory.desc desc) {
        return new Tensor(own(new memory(own(desc), CPU)));
    }

    /** A tensor that is told before each use where its values lie. */
    Tensor borrow(memory.desc desc) {
        return new Tensor(own(new memory(own(desc), CPU, new Pointer())));
    }

    /** @param arguments pairs of a {@code DNNL_ARG_} number and a tensor */
    Primitive bind(primitive primitive, Object... arguments) {
        return new Primitive(own(primitive), arguments);
    }

    Primitive copy(Tensor from, Tensor to) {
        return bind(new reorder(from.memory, to.memory), dnnl.DNNL_ARG_FROM, from, dnnl.DNNL_ARG_TO, to);
    }

    @Override
    public void close() {
        for (int i = owned.size() - 1; i >= 0; i--) {
            owned.get(i).close();
        }
        owned.clear();
    }

    static final class Tensor {

        private final memory memory;
        private final Address address = new Address();

        private Tensor(memory memory) {
            this.memory = memory;
        }

        memory.desc desc() {
            return memory.get_desc();
        }

        Tensor at(INDArray array) {
            dnnl.dnnl_memory_set_data_handle(memory.get(), address.of(array));
            return this;
        }

        Pointer data() {
            return memory.get_data_handle();
        }
    }

    /** A pointer that moves, so that pointing at an array allocates nothing. */
    private static final class Address extends Pointer {

        Address of(INDArray array) {
            address = array.data().addressPointer().address();
            return this;
        }
    }

    final class Primitive {

        private final primitive primitive;
        private final dnnl_exec_arg_t arguments;
        private final int count;

        private Primitive(primitive primitive, Object... pairs) {
            this.primitive = primitive;
            count = pairs.length / 2;
            arguments = own(new dnnl_exec_arg_t(count));
            for (int i = 0; i < count; i++) {
                arguments.position(i).arg((Integer) pairs[2 * i]).memory(((Tensor) pairs[2 * i + 1]).memory.get());
            }
            arguments.position(0);
        }

        void run() {
            int status = dnnl.dnnl_primitive_execute(primitive.get(), stream.get(), count, arguments);
            if (status != dnnl.dnnl_success) {
                throw new IllegalStateException("oneDNN refused a computation with status " + status);
            }
        }
    }
}

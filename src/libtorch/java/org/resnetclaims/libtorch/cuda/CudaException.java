package org.resnetclaims.libtorch.cuda;

/** A call of CUDA failed; the message names it and says why. */
final class CudaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CudaException(String message) {
        super(message);
    }
}

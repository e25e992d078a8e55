/**
 * The arithmetic of the layers: convolution with batch normalisation and ReLU, and the sum that ends a residual block,
 * each forward and backward, on oneDNN and on libnd4j.
 */
package org.resnetclaims.dl4j.kernels;

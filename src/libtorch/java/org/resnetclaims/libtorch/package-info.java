/**
 * The engine on libtorch: a {@link org.resnetclaims.training.Model} whose data set, numbers and whole training step
 * live on one device, the CPU or a GPU. Compiled with the profiles {@code libtorch} and {@code libtorch-cuda} alone.
 */
package org.resnetclaims.libtorch;

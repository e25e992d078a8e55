/**
 * libtorch on NVIDIA GPUs: what is checked before its natives load, streams on all GPUs for runs at once, and steps
 * that are captured once and replayed. Nothing here knows what a network is.
 */
package org.resnetclaims.libtorch.cuda;

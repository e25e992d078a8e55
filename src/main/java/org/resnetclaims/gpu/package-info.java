/**
 * NVIDIA GPUs, looked up before any native library loads, and which profile of the build can train on which of them.
 */
package org.resnetclaims.gpu;

/** How fast the engine trains, measured side by side with Deeplearning4j's own layers and with libtorch. */
package org.resnetclaims.benchmark;

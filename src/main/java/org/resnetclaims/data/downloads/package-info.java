/**
 * Fetches data sets over an unreliable network: {@link org.resnetclaims.data.downloads.Downloads} is what {@code make
 * datasets} runs, and nothing else in the suite uses the network.
 */
package org.resnetclaims.data.downloads;

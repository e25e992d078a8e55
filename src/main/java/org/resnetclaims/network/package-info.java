/**
 * What a network is: immutable descriptions of layers and their graph, the families of the paper, and what they cost.
 * No framework, no numbers that were learned.
 */
package org.resnetclaims.network;

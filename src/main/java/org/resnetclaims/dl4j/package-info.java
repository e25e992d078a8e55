/**
 * The engine on Deeplearning4j: how a network is computed, and fast. Nothing here decides what is trained, in which
 * order or for how long. The only room that imports Deeplearning4j, ND4J and oneDNN.
 */
package org.resnetclaims.dl4j;

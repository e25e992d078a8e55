/**
 * Starts chosen claims without the build, and lists all there are. What a claim needs it finds by itself, in any
 * launcher of the JUnit Platform; what is added here is to look for claims by their ids and to sum up in the end.
 */
package org.resnetclaims.claims.launch;

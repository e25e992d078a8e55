/**
 * What is checked before anything is tested or trained, so that a bad setting, too little memory or a full disk is said
 * at once and in one sentence, and not after minutes.
 */
package org.resnetclaims.claims.preflight;

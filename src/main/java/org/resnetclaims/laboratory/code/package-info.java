/** Which code of the suite can change the bits of a run, and a hash of it that nothing else changes. */
package org.resnetclaims.laboratory.code;

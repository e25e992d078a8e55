/**
 * Whether two engines come to the same: two sessions that differ in the engine alone are set against each other, by
 * their records.
 */
package org.resnetclaims.agreement;

/**
 * What can be measured on networks, trained or freshly drawn: each an {@link org.resnetclaims.training.Examination}.
 */
package org.resnetclaims.examinations;

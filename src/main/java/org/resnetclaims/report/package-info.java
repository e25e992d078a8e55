/**
 * Charts, pages and summaries, drawn from the records of {@link org.resnetclaims.evidence} without deciding anything.
 */
package org.resnetclaims.report;

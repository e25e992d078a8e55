/**
 * Images by index, and how they become the batches of a run: all that training and examinations need to know of data.
 *
 * <p>Files are read by {@link org.resnetclaims.data.readers}. Whatever else gives images implements
 * {@link org.resnetclaims.data.LabelledImages}.
 */
package org.resnetclaims.data;

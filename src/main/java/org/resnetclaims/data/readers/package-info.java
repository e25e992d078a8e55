/**
 * Data sets that are read into memory: their file formats, how files are checked and data sets recognised, and how a
 * data set is reduced to what a scale uses. {@link org.resnetclaims.data.readers.Datasets} names them all.
 */
package org.resnetclaims.data.readers;

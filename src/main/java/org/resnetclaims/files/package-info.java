/** How bytes reach the disk and come back: whole, checked, and under the eyes of one process at a time. */
package org.resnetclaims.files;

package org.resnetclaims.data;

import java.net.URI;
import java.util.List;

/** A file that servers hold; its sum, not the server, says whether it is the right one. */
record RemoteFile(String name, long bytes, String sha256, List<URI> mirrors) {}

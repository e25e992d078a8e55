package org.resnetclaims.data.readers;

import java.net.URI;
import java.util.List;

/** A file that servers hold; its sum, not the server, says whether it is the right one. */
public record RemoteFile(String name, long bytes, String sha256, List<URI> mirrors) {}

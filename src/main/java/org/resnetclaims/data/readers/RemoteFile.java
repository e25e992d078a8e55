package org.resnetclaims.data.readers;

import java.net.URI;
import java.util.List;

/** A file on servers that are not trusted: its sum shows whether a server sent the right one. */
public record RemoteFile(String name, long bytes, String sha256, List<URI> mirrors) {}

package org.ronghe.sources.county;

/// What became of the rows of one file.
///
/// @param file as notices call it
/// @param kind as county.yaml names it, e.g. `network-links`
/// @param read rows found; `good + bad`
/// @param bad rows with at least one error, which are not in the county
public record FileCount(String file, String kind, long read, long good, long bad) {}

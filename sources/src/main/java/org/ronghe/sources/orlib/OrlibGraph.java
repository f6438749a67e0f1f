package org.ronghe.sources.orlib;

/// An uncapacitated p-median instance as the file says it.
///
/// @param nodes numbered from 0 here, from 1 in the file
/// @param open p of the header
/// @param from one end of each edge, in the order of the file
/// @param to the other end
/// @param length of each edge
public record OrlibGraph(int nodes, int open, int[] from, int[] to, double[] length) {}

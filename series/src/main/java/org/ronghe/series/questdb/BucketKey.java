package org.ronghe.series.questdb;

/// A bucket of a point.
record BucketKey(int code, long start_us) {}

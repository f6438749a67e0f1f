/// county.yaml: which files there are and how each is to be read.
@NullMarked
package org.ronghe.sources.county.manifest;

import org.jspecify.annotations.NullMarked;

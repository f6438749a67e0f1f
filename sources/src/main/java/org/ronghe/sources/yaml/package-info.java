/// YAML read with the place of every mistake.
@NullMarked
package org.ronghe.sources.yaml;

import org.jspecify.annotations.NullMarked;

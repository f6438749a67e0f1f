/// Reads the catalogue of services (`packs/services`) and says what is wrong with it.
@NullMarked
package org.ronghe.sources.service;

import org.jspecify.annotations.NullMarked;

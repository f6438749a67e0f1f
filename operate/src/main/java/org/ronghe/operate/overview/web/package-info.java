@NullMarked
package org.ronghe.operate.overview.web;

import org.jspecify.annotations.NullMarked;

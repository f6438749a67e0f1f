@NullMarked
package org.ronghe.operate.point.web;

import org.jspecify.annotations.NullMarked;

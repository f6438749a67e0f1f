@NullMarked
package org.ronghe.operate.live.web;

import org.jspecify.annotations.NullMarked;

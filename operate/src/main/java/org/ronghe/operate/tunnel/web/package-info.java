@NullMarked
package org.ronghe.operate.tunnel.web;

import org.jspecify.annotations.NullMarked;

package org.ronghe.server.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.ronghe.office.problem.Refusal;
import org.ronghe.operate.alarm.Packs;
import org.ronghe.series.ReadingStore;
import org.ronghe.sources.pack.PackFolder;
import org.ronghe.sources.pack.PackReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the rooms ask for and cannot make themselves.
@Configuration(proxyBeanMethods = false)
class RoomWiring {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /// Closed after everything that listens to it.
  @Bean(destroyMethod = "close")
  ReadingStore readingStore(EarlyParts early) {
    return early.readingRoom().get();
  }

  @Bean
  Packs packs(Settings settings) {
    Path folder = settings.home().resolve("packs");
    try {
      PackFolder read = PackReader.read(folder);
      return new Packs(read.packs());
    } catch (IOException e) {
      throw new Refusal(
          "packs",
          "无法读取知识包 " + folder + "：" + e.getMessage(),
          "The packs in " + folder + " cannot be read: " + e.getMessage(),
          "重新安装，或检查该文件夹的权限。",
          "Install again, or check the folder's permissions.");
    }
  }
}

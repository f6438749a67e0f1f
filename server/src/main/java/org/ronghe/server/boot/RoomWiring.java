package org.ronghe.server.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.ronghe.engines.dig.DigRules;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.service.Catalogue;
import org.ronghe.office.cipher.KeyRing;
import org.ronghe.office.cipher.Suite;
import org.ronghe.office.problem.Refusal;
import org.ronghe.operate.alarm.Packs;
import org.ronghe.series.ReadingStore;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.design.Workbench;
import org.ronghe.server.design.PackWorkbench;
import org.ronghe.server.folder.DataFolder;
import org.ronghe.sources.calendar.CalendarReader;
import org.ronghe.sources.pack.PackFolder;
import org.ronghe.sources.pack.PackReader;
import org.ronghe.sources.service.CatalogueReader;
import org.springframework.beans.factory.annotation.Value;
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

  /// The services this county runs with; notices about unsound ones are what `verify` is for.
  @Bean
  CatalogueRoom catalogueRoom(Settings settings, Clock clock) {
    Path folder = settings.home().resolve("packs/services");
    try {
      return new CatalogueRoom(
          Files.exists(folder) ? CatalogueReader.read(folder).catalogue() : Catalogue.EMPTY, clock);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  @Bean
  WorkCalendar workCalendar(Settings settings) {
    Path folder = settings.home().resolve("packs/calendar");
    try {
      return Files.exists(folder)
          ? CalendarReader.read(folder).calendar()
          : WorkCalendar.of(java.util.List.of());
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  @Bean
  DigRules digRules(Settings settings) {
    return DigRulesFile.read(settings.home().resolve("packs/dig/rules.yaml"));
  }

  @Bean
  Workbench workbench(Settings settings, WorkCalendar calendar) {
    return new PackWorkbench(settings.home().resolve("packs/services"), calendar);
  }

  @Bean
  KeyRing fieldCipher(DataFolder folder, @Value("${ronghe.cipher:aes}") String suite) {
    return KeyRing.open(folder.secrets(), Suite.of(suite));
  }

  @Bean
  Packs packs(Settings settings) {
    Path folder = settings.home().resolve("packs");
    try {
      PackFolder read = PackReader.read(folder);
      return new Packs(read.packs());
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static Refusal unreadable(Path folder, IOException e) {
    return new Refusal(
        "packs",
        "无法读取知识包 " + folder + "：" + e.getMessage(),
        "The packs in " + folder + " cannot be read: " + e.getMessage(),
        "重新安装，或检查该文件夹的权限。",
        "Install again, or check the folder's permissions.");
  }
}

package org.ronghe.server.boot;

import java.time.Clock;
import org.ronghe.engines.dig.DigRules;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.office.cipher.KeyRing;
import org.ronghe.office.cipher.Suite;
import org.ronghe.operate.alarm.Packs;
import org.ronghe.series.ReadingStore;
import org.ronghe.serve.benefit.BenefitShelf;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.design.Workbench;
import org.ronghe.serve.hook.Hooks;
import org.ronghe.server.design.PackWorkbench;
import org.ronghe.server.folder.DataFolder;
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
  CatalogueRoom catalogueRoom(EarlyParts early, Clock clock) {
    return new CatalogueRoom(early.packs().services().get(), clock);
  }

  @Bean
  WorkCalendar workCalendar(EarlyParts early) {
    return early.packs().calendar().get();
  }

  /// The benefits and what they ask.
  @Bean
  BenefitShelf benefitShelf(EarlyParts early) {
    return early.packs().benefits().get();
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
  Hooks hooks(DataFolder folder) {
    return HookFile.read(folder.secrets());
  }

  @Bean
  KeyRing fieldCipher(DataFolder folder, @Value("${ronghe.cipher:aes}") String suite) {
    return KeyRing.open(folder.secrets(), Suite.of(suite));
  }

  @Bean
  Packs packs(EarlyParts early) {
    return new Packs(early.packs().alarms().get().packs());
  }
}

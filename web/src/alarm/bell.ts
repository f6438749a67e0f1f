import type { Priority } from "../api/types";

let audio: AudioContext | null = null;

/** Browsers allow sound only after a click; the switch in the settings is that click. */
export function allowSound(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

const TONES_Hz: Record<Priority, number[]> = { 1: [880, 660, 880], 2: [740, 740], 3: [590], 4: [440] };

/** A short chime; the more urgent, the more notes. */
export function ring(priority: Priority): void {
  if (!audio) allowSound();
  const context = audio;
  if (!context || context.state !== "running") return;
  TONES_Hz[priority].forEach((frequency, index) => {
    const start = context.currentTime + index * 0.22;
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = frequency;
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.2);
    tone.connect(gain).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.21);
  });
}

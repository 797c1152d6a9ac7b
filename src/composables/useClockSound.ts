import type { Ref } from 'vue'
import { configs } from '@slidev/client'
import { createGlobalState, useStorage } from '@vueuse/core'

export interface UseClockSoundReturn {
  /** Whether the end of a clock is heard; at first as the deck's `themeConfig.clockSound` says, then as it was set. */
  isOn: Ref<boolean>
}

export const useClockSound = createGlobalState((): UseClockSoundReturn => ({
  isOn: useStorage('clock-sound', configs.themeConfig?.clockSound === 'on'),
}))

/** Two soft notes, a fifth apart. */
const NOTES = [{ hertz: 523.25, at: 0 }, { hertz: 783.99, at: 0.22 }]
const [ATTACK_S, LENGTH_S, LOUDNESS] = [0.02, 1.1, 0.16]
let audio: AudioContext | undefined

/** Plays the end of a clock, where that is wanted. A browser that allows no sound before a click stays silent. */
export function playEnd(): void {
  if (!useClockSound().isOn.value || typeof AudioContext === 'undefined')
    return
  audio ??= new AudioContext()
  void audio.resume().catch(() => {})
  for (const { hertz, at } of NOTES) {
    const [tone, volume] = [new OscillatorNode(audio, { frequency: hertz }), new GainNode(audio, { gain: 0 })]
    const start = audio.currentTime + at
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + ATTACK_S)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH_S)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(start + LENGTH_S)
  }
}

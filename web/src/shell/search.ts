import { ref } from "vue";

export const searchOpen = ref(false);

export function openSearch(): void {
  searchOpen.value = true;
}

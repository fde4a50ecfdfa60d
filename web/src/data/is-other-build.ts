/**
 * Whether an answer comes from a server that has other pages than the one that asks.
 *
 * @param own what the page's server has written into it; a page that Vite serves has the placeholder still, and is of no build
 * @param told header of the answer; what stands between may have answered without it
 */
export function isOtherBuild(own: string | undefined, told: string | null): boolean {
  return own !== undefined && own !== '__BUILD__' && told !== null && told !== own;
}

/** The weights of the services in the reference hall, as `npm run tune` found them. */
export const tunedWeights: { readonly [service: string]: number } = {
  collect: 1.71,
  'id-card': 0.41,
  vehicle: 0.91,
  residence: 0.8,
  business: 1.14,
  cashier: 1.71,
}

import sharp from 'sharp'
const [out, ...ins] = process.argv.slice(2)
const h = 1500
const imgs = await Promise.all(ins.map(async (i) => sharp(i).resize({ height: h, width: 900, fit: 'inside' }).toBuffer({ resolveWithObject: true })))
let x = 0
const comp = imgs.map(({ data, info }) => { const c = { input: data, left: x, top: 0 }; x += info.width + 12; return c })
await sharp({ create: { width: x, height: h, channels: 3, background: '#888' } }).composite(comp).png().toFile(out)

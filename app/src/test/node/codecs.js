// kafkajs brings neither LZ4 nor Zstandard. These two codecs are plain JavaScript and only read.
const { CompressionCodecs, CompressionTypes } = require('kafkajs')
const fzstd = require('fzstd')
const lz4 = require('lz4js')

const reading = decompress => () => ({
  compress: async () => {
    throw new Error('this codec only reads')
  },
  decompress: async buffer => Buffer.from(decompress(buffer)),
})

CompressionCodecs[CompressionTypes.LZ4] = reading(lz4.decompress)
CompressionCodecs[CompressionTypes.ZSTD] = reading(fzstd.decompress)

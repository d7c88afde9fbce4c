// Prints the first articles of a topic, a line of JSON each: node read.js BROKERS REGISTRY TOPIC COUNT
const { Kafka, logLevel } = require('kafkajs')
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry')
require('./codecs')

const [brokers, host, topic, count] = process.argv.slice(2)
const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.ERROR })
const registry = new SchemaRegistry({ host })
// Only committed records are wanted; that is what readUncommitted: false says, and it is the default.
const consumer = kafka.consumer({ groupId: `foreign-${topic}-${process.pid}`, readUncommitted: false })

const text = headers => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.toString('utf8')]))

const body = ({ text, blocks }) => blocks
  .filter(block => block.inBody)
  .map(({ start, end }) => text.slice(start, end).trim())
  .filter(content => content !== '')
  .join('\n\n')

async function main() {
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  let seen = 0
  await new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, event => reject(event.payload.error))
    consumer.run({
      eachMessage: async ({ partition, message }) => {
        const article = await registry.decode(message.value)
        const line = { partition, offset: message.offset, key: message.key.toString('utf8'), headers: text(message.headers), article, body: body(article) }
        process.stdout.write(JSON.stringify(line) + '\n')
        if (++seen === Number(count)) resolve()
      },
    })
  })
  await consumer.disconnect()
}

main().catch(error => {
  console.error(error.message)
  process.exit(1)
})

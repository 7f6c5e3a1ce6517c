const t=performance.now()
const { startCloud } = await import('@rapport/local/cloud')
console.log('import', performance.now()-t)
const manifest: any = [
 { name:'api', entry:'api', on:{kind:'http'}, grants:[], timeoutS:10, memoryMb:1, impact:'' },
 { name:'pub', entry:'pub', on:{kind:'stream', batchSizeMax: 10}, grants:[], timeoutS:10, memoryMb:1, impact:'' },
 { name:'work', entry:'work', on:{kind:'queue', from:{events:['a.b']}, batchSizeMax: 1, concurrencyMax: 2}, grants:[], timeoutS:10, memoryMb:1, impact:'' },
 { name:'fb', entry:'fb', on:{kind:'queue', from:{mailFeedback:true}, batchSizeMax: 10, concurrencyMax: 2}, grants:[], timeoutS:10, memoryMb:1, impact:'' },
 { name:'sched', entry:'s', on:{kind:'schedule', everyMinutes: 1}, grants:[], timeoutS:10, memoryMb:1, impact:'' },
]
let cap=0
const load = async (spec: any) => ({ create: (deps: any) => async (event: any, context: any) => {
  console.log(spec.name, JSON.stringify(event).slice(0,300))
  if (spec.name==='api') return { statusCode: 200, headers: {a:'b'}, body: JSON.stringify(event) }
  if (spec.name==='pub') { const f = await deps.bus.publish(event.Records.map((r: any)=>({id:r.eventID,type:'a.b',at:new Date().toISOString(),detail:r.dynamodb.NewImage}))); console.log('failed',f) }
  if (spec.name==='work') { await deps.mailer.send({to:'bounce+x@simulator.amazonses.com',subject:'Hö',text:'t',html:'<p>ü</p>',headers:{'List-Unsubscribe':'<https://x/y>'}},{att:'1'}); console.log(await deps.identity.invite('a@b.example')) }
}})
const t2=performance.now()
const cloud = await startCloud({ manifest, load, routes:[{method:'GET',path:'/v1/x/{id}'}], quiet:false, viewer:true, at: new Date('2026-01-01T00:00:00Z'), onCapacity: ()=>{cap++} })
console.log('up', performance.now()-t2)
const { eventModel } = await import('@rapport/kernel/events')
await cloud.deps.table.transact([{put: eventModel.item({id:'evt_01kb0000000000000000000000',type:'a.b',subject:{id:'acc_1',kind:'account'},at:'2026-01-01T00:00:00.000Z',actor:{type:'user',id:'u'},requestId:'r',txId:'t',seq:0,version:1,changed:[],schemaVersion:1,timelineOf:'acc_1',hour:'2026-01-01T00',slot:'0'} as any), condition:{absent:true}}], 'tok-1')
const t3=performance.now()
await cloud.idle()
console.log('idle', performance.now()-t3)
console.log(await cloud.mail(), cloud.deadLetters())
await cloud.clock.advance('PT3M')
console.log(cloud.clock.now(), cap)
const { subject } = await cloud.createSignIn('X@y.example','pw','admin')
const tok = await cloud.signIn('x@y.example','pw')
console.log(subject, await cloud.deps.verifyToken(tok))
console.log(await (await fetch(cloud.url+'/v1/x/a%20b?x=1&x=2', {headers:{authorization:'Bearer x', cookie:'a=b; c=d'}})).text())
console.log(await (await fetch(cloud.url+'/health')).text())
console.log(await (await fetch(cloud.url+'/local/events')).text())
const t4=performance.now()
await cloud.stop()
console.log('stop', performance.now()-t4)
